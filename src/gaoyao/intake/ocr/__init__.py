"""Recognition of scanned pages, offline; an optional part (`pip install 'gaoyao[ocr]'`)."""
