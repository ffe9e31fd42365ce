"""Every way in for people: the command line (`ui.cli`) and the web page (`ui.web`). `ui.wiring` joins the rest.

Nothing is judged or decided here: a command or a screen reads, calls a use case of `gems.planning`, and shows.
"""
