"""Evaluation: how well does each layer match the hand coding?"""
