"""Lay assessors and members of the judicial committee."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="account",
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
                verbose_name="身份",
            ),
        ),
    ]
