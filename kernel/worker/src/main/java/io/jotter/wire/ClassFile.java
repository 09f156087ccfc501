package io.jotter.wire;

/** A compiled class: its binary name with dots, and its bytes. */
@SuppressWarnings("ArrayRecordComponent") // handed over once and never compared
public record ClassFile(String name, byte[] bytes) {}
