"""The web interface: screens on Streamlit, for coordinators, members, employees and the board.

Screens read a state, call a use case and draw; they judge nothing and decide no right.
"""
