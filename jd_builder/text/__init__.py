"""What several rooms need of text: cleaning, English forms, files with line numbers, templates."""
