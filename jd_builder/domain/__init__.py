"""What a job description is made of: frozen values, no files, no network, no clock."""
