"""The settings and the language of a house style: what fetches, locks or remembers is no reader's business."""

from typing import Any

from docx.oxml.parser import parse_xml

from jd_builder.export.word_names import RPR, VAL, W
from jd_builder.export.word_text import NAMESPACES

LANGUAGE = "en-GB"
_UNWANTED = (
    "attachedTemplate", "attachedSchema", "mailMerge", "docVars", "rsids", "documentProtection", "writeProtection",
    "trackRevisions", "revisionView", "linkStyles", "saveThroughXslt", "hideSpellingErrors", "hideGrammaticalErrors",
    "updateFields", "formsDesign", "readModeInkLockDown", "removePersonalInformation", "removeDateAndTime",
    "documentType", "styleLockTheme", "styleLockQFSet", "forceUpgrade", "docId", "persistentDocumentId",
    "schemaLibrary",
)  # fmt: skip


def clean(root: Any) -> None:
    for child in [child for child in root if child.tag.rpartition("}")[2] in _UNWANTED]:
        root.remove(child)


def speak_english(styles: Any) -> None:
    """Our texts are in British English: screen readers and spelling follow what the styles say."""
    defaults = styles.find(f"{W}docDefaults/{W}rPrDefault/{RPR}")
    for language in styles.iter(f"{W}lang"):
        if language.get(VAL) is not None:
            language.set(VAL, LANGUAGE)
    if defaults is not None and defaults.find(f"{W}lang") is None:
        after = [child for child in defaults if child.tag.removeprefix(W) in ("eastAsianLayout", "specVanish", "oMath")]
        new = parse_xml(f'<w:lang {NAMESPACES} w:val="{LANGUAGE}"/>')
        defaults.insert(defaults.index(after[0]) if after else len(defaults), new)
    elif defaults is None:
        _add_defaults(styles)


def _add_defaults(styles: Any) -> None:
    holder = styles.find(f"{W}docDefaults")
    run = parse_xml(f'<w:rPrDefault {NAMESPACES}><w:rPr><w:lang w:val="{LANGUAGE}"/></w:rPr></w:rPrDefault>')
    if holder is None:
        holder = parse_xml(f"<w:docDefaults {NAMESPACES}/>")
        styles.insert(0, holder)
    for old in holder.findall(f"{W}rPrDefault"):
        holder.remove(old)
    holder.insert(0, run)
