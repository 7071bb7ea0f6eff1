"""Assignments have a start, an end and an append-only history; two more roles of the court."""

from typing import Any

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from gaoyao.web.ledger.triggers import install_on, remove_from

HISTORY = "cases_assignmententry"


def guard(apps: Any, schema_editor: Any) -> None:
    install_on(schema_editor, HISTORY)


def unguard(apps: Any, schema_editor: Any) -> None:
    remove_from(schema_editor, HISTORY)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0001_initial"),
        ("ledger", "0002_append_only"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="assignment",
            name="ends",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="assignment",
            name="reads_register",
            field=models.BooleanField(default=False),
        ),
        migrations.AlterField(
            model_name="assignment",
            name="role",
            field=models.CharField(
                choices=[
                    ("judge", "审判员"),
                    ("presiding_judge", "审判长"),
                    ("clerk", "书记员"),
                    ("lay_assessor", "人民陪审员"),
                    ("committee_member", "审判委员会委员"),
                    ("prosecutor", "检察人员"),
                    ("defender", "辩护人"),
                    ("reviewer", "评查人员"),
                    ("administrator", "系统管理员"),
                ],
                max_length=30,
            ),
        ),
        migrations.AlterField(
            model_name="assignment",
            name="since",
            field=models.DateTimeField(default=django.utils.timezone.now),
        ),
        migrations.CreateModel(
            name="AssignmentEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "what",
                    models.CharField(
                        choices=[("given", "指派"), ("changed", "变更"), ("ended", "结束")], max_length=20
                    ),
                ),
                ("role", models.CharField(max_length=30)),
                ("owner", models.CharField(blank=True, max_length=60)),
                ("since", models.DateTimeField()),
                ("ends", models.DateTimeField(blank=True, null=True)),
                ("reads_register", models.BooleanField(default=False)),
                ("reason", models.TextField()),
                ("by", models.TextField()),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignment_entries",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignment_entries",
                        to="cases.case",
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
        migrations.RunPython(guard, unguard),
    ]
