"""What may be wrong with a document or a draft: rules as data, and the few kinds of rule there are."""
