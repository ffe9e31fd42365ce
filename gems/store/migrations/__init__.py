"""The steps by which databases grow. Never change one that was released: add the next."""
