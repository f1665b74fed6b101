"""Organisations, drafts and every revision of them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import VARCHAR

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

Id = sa.String(16).with_variant(VARCHAR(16, collation="C"), "postgresql")
Utc = sa.DateTime(timezone=True)


def upgrade() -> None:
    heads("organisations", sa.Column("name", sa.Text, nullable=False))
    revisions("organisation_revisions", "organisations")
    heads(
        "drafts",
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("organisation", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("gaps", sa.Integer),
        sa.Column("organisation_id", sa.Text),
        sa.Column("organisation_revision", sa.Integer),
        sa.Column("search", sa.Text, nullable=False),
    )
    op.create_index("ix_drafts_organisation_id", "drafts", ["organisation_id"])
    revisions("draft_revisions", "drafts", sa.Column("gaps", sa.Integer))


def heads(name: str, *summary: sa.Column[object]) -> None:
    op.create_table(
        name,
        sa.Column("id", Id, primary_key=True),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("created_at", Utc, nullable=False),
        sa.Column("edited_at", Utc, nullable=False),
        sa.Column("deleted_at", Utc),
        *summary,
    )
    op.create_index(f"ix_{name}_edited_at", name, ["edited_at"])


def revisions(name: str, heads: str, *more: sa.Column[object]) -> None:
    op.create_table(
        name,
        sa.Column("id", Id, sa.ForeignKey(f"{heads}.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("parent", sa.Integer),
        sa.Column("made_at", Utc, nullable=False),
        sa.Column("change", sa.Text, nullable=False),
        sa.Column("refused", sa.Boolean, nullable=False),
        *more,
        sa.Column("content", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["id", "parent"], [f"{name}.id", f"{name}.number"]),
    )
    op.create_index(f"ix_{name}_parent", name, ["id", "parent"])


def downgrade() -> None:
    raise NotImplementedError("There is nothing older than the first tables to go back to: restore a backup instead.")
