"""Sealed opinions, append-only."""

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from gaoyao.web.ledger.triggers import install_on, remove_from

ENVELOPES = "panel_envelope"


def guard(apps: Any, schema_editor: Any) -> None:
    install_on(schema_editor, ENVELOPES)


def unguard(apps: Any, schema_editor: Any) -> None:
    remove_from(schema_editor, ENVELOPES)


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("cases", "0002_assignments"),
        ("ledger", "0002_append_only"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Envelope",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("subject", models.CharField(max_length=200)),
                ("box", models.BinaryField()),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="envelopes",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="envelopes", to="cases.case"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("case", "subject"), name="panel_one_envelope_a_seat")
                ],
            },
        ),
        migrations.RunPython(guard, unguard),
    ]
