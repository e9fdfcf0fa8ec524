"""The full-screen shell: Textual screens over a casebook; knows no SQL, file or rule."""
