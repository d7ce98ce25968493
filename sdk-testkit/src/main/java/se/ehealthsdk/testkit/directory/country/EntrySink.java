package se.ehealthsdk.testkit.directory.country;

import java.util.List;

/** Takes entries apart, value by value. */
interface EntrySink {

    /** Whether a value of this attribute would be kept; what would not need not be made. */
    boolean wants(String attribute);

    void put(String attribute, String value);

    void put(String attribute, List<String> values);
}
