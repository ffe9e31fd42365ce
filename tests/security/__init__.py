"""Who sees and does what, tried from every side: use cases, screens, routes, feeds."""
