"""One module a page: it asks and draws, and leaves every decision to the services."""
