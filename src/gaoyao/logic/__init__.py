"""Three-valued propositions and their readings; knows nothing of law or cases."""
