"""The web page, run with `gems serve` or `streamlit run ui/web/app.py`."""

if __name__ == "__main__":  # a planning process reads this file once more, and has no use for the page
    from ui.web.frame import show_page

    show_page()
