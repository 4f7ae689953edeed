"""What the sentences of accounts say: of going concern, opinion, parents, charges and reliefs."""
