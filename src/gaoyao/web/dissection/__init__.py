"""剖析: learning from a closed case, over the protocol of gaoyao.quality.dissection."""
