"""Parts of screens: each draws one thing from the desk and hands acts to use cases."""
