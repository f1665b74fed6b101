"""A migration for the tests: a new table, rows changed, and a column that makes SQLite build a table anew."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table("owners", sa.Column("name", sa.Text, primary_key=True))
    op.execute("INSERT INTO owners (name) VALUES ('nobody')")
    with op.batch_alter_table("drafts", recreate="auto") as table:
        table.add_column(sa.Column("owner", sa.Text, nullable=False, server_default="nobody"))
        table.alter_column("role", new_column_name="role_id")
    op.execute("UPDATE drafts SET owner = title")


def downgrade() -> None:
    with op.batch_alter_table("drafts") as table:
        table.alter_column("role_id", new_column_name="role")
        table.drop_column("owner")
    op.drop_table("owners")
