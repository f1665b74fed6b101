"""Run by Alembic for each upgrade. The caller holds the connection, its transaction and the lock."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
