"""Proposals of other words that were paid for, and what was asked of a model."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import VARCHAR

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

Id = sa.String(16).with_variant(VARCHAR(16, collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "proposals",
        sa.Column("id", Id, primary_key=True),
        sa.Column("draft", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decision", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.UniqueConstraint("draft", "key"),
    )
    op.create_index("ix_proposals_key", "proposals", ["key"])
    op.create_table(
        "model_calls",
        sa.Column("id", Id, primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("draft", sa.Text, nullable=False),
        sa.Column("host", sa.Text, nullable=False),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("sent", sa.Integer, nullable=False),
        sa.Column("received", sa.Integer, nullable=False),
        sa.Column("estimated", sa.Boolean, nullable=False),
    )
    op.create_index("ix_model_calls_at", "model_calls", ["at"])


def downgrade() -> None:
    op.drop_table("model_calls")
    op.drop_table("proposals")
