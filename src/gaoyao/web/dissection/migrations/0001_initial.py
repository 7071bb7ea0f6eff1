"""Dissections and their sealed entries, append-only."""

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import gaoyao.web.cases.models
from gaoyao.web.ledger.triggers import install_on, remove_from

ENTRIES = "dissection_entry"


def guard(apps: Any, schema_editor: Any) -> None:
    install_on(schema_editor, ENTRIES)


def unguard(apps: Any, schema_editor: Any) -> None:
    remove_from(schema_editor, ENTRIES)


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("ledger", "0002_append_only"),
        ("cases", "0002_assignments"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Dissection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        default=gaoyao.web.cases.models.new_key, editable=False, max_length=20, unique=True
                    ),
                ),
                ("created", models.DateTimeField(auto_now_add=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dissections",
                        to="cases.case",
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("kind", models.CharField(max_length=20)),
                ("at", models.CharField(max_length=40)),
                ("box", models.BinaryField()),
                ("previous_hash", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dissection_entries",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dissection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="dissection.dissection",
                    ),
                ),
            ],
            options={
                "ordering": ["dissection_id", "number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dissection", "number"), name="dissection_one_number_an_entry"
                    )
                ],
            },
        ),
        migrations.RunPython(guard, unguard),
    ]
