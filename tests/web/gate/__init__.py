"""The way in, tried from outside: requests without a browser, then a real one."""
