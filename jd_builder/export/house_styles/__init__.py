"""Any organisation's Word file as the style of our documents: what it holds, made ready to be filled."""
