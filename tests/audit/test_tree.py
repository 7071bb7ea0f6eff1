"""校验树：逐步长成的与标准逐字照写的一样；别的位置、别的大小都不成立。"""

from hypothesis import given
from hypothesis import strategies as st

from gaoyao.audit.tree import Tree
from gaoyao.audit.verifier import leaf_hash, node_hash, root_of


def merkle(leaves):
    """RFC 6962 §2.1 literally: the brute-force twin."""
    if len(leaves) == 1:
        return leaves[0]
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return node_hash(merkle(leaves[:split]), merkle(leaves[split:]))


@given(st.integers(1, 40), st.randoms(use_true_random=False))
def test_the_growing_tree_is_the_tree_of_the_standard(size, rest):
    leaves = [leaf_hash(bytes([number])) for number in range(size)]
    tree = Tree()
    for place, leaf in enumerate(leaves):
        tree.put(place, leaf)
    for _ in range(3):
        place = rest.randrange(size)
        leaves[place] = leaf_hash(rest.randbytes(3))
        tree.put(place, leaves[place])
    assert tree.root == merkle(leaves)
    for place, leaf in enumerate(leaves):
        path = tree.path(place)
        assert root_of(place, size, leaf, path) == tree.root
        # 别的位置、别的大小、多一段少一段，都不成立
        assert root_of((place + 1) % size, size, leaf, path) != tree.root or size == 1
        assert root_of(place, size, leaf, [*path, leaf]) != tree.root
        assert not path or root_of(place, size, leaf, path[:-1]) != tree.root


def test_the_hashes_are_those_of_the_standard():
    # RFC 6962 的测试值：空叶、单字节叶
    assert leaf_hash(b"") == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
    assert leaf_hash(b"\0") == "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
