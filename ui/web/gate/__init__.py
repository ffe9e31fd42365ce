"""The way in: plain pages served beside Streamlit's own, and the keeper that lets nobody past without a session.

Nothing here knows the screens; the screens know who is looking through `ui.web.visitor`.
"""
