package se.ehealthsdk.hsa.internal.directory;

import java.util.List;

/** An entry as a directory sent it: a name, and values by attribute. Attribute names are looked up in any case. */
public interface RawEntry {

    /** The distinguished name, as it was sent. */
    String name();

    /** The values of an attribute as text; empty if it has none. What is no UTF-8 is as the library makes it: see {@link #bytes}. */
    List<String> values(String attribute);

    /** The values of an attribute as they came. */
    List<byte[]> bytes(String attribute);
}
