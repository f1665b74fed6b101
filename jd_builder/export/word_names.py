"""How the XML of Word spells things, as lxml writes them."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
V = "{urn:schemas-microsoft-com:vml}"

VAL, TYPE, STYLE_ID = f"{W}val", f"{W}type", f"{W}styleId"
PARAGRAPH, RUN, TEXT, TABLE, SECTION, BOX = f"{W}p", f"{W}r", f"{W}t", f"{W}tbl", f"{W}sectPr", f"{W}txbxContent"
PPR, RPR = f"{W}pPr", f"{W}rPr"
OFF = ("0", "false", "off", "none")
