"""The use cases, a module for each noun: the only place that combines content, drafts, assembly and export."""
