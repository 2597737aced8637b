"""Editors: findings while a report is written, over the Language Server Protocol."""

NAME = "factlint"  # as editors show it
