"""Editions of roles that were read from files of the framework."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import VARCHAR

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "editions",
        sa.Column("id", sa.String(16).with_variant(VARCHAR(16, collation="C"), "postgresql"), primary_key=True),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("edition", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.UniqueConstraint("role", "edition"),
    )


def downgrade() -> None:
    op.drop_table("editions")
