"""Word files of organisations that documents are built on."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import VARCHAR

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "house_styles",
        sa.Column("id", sa.String(16).with_variant(VARCHAR(16, collation="C"), "postgresql"), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content", sa.Text, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("house_styles")
