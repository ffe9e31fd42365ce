"""Our own drawings for the screens: HTML, CSS and JavaScript mounted by Streamlit, no library, no request.

Components know neither the domain nor the store: screens hand them words, already chosen and translated.
"""
