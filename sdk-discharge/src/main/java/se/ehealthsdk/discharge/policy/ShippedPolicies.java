package se.ehealthsdk.discharge.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The policies that are shipped as files beside this class. */
final class ShippedPolicies {

    /** The Act's versions, oldest first. */
    static final List<Policy> ACT;

    static final List<Policy> ALL;

    static {
        List<Policy> read = new ArrayList<>();
        for (String id : List.of("act-2018", "act-2019", "act-2020", "act-2025")) {
            read.add(read(id, read));
        }
        ACT = List.copyOf(read);
        for (String id : List.of("stockholm-2020", "vastra-gotaland-2020", "skane")) {
            read.add(read(id, read));
        }
        ALL = List.copyOf(read);
    }

    private ShippedPolicies() {}

    static Optional<Policy> find(String id) {
        return find(id, ALL);
    }

    private static Optional<Policy> find(String id, List<Policy> among) {
        return among.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private static Policy read(String id, List<Policy> before) {
        try (InputStream in =
                Objects.requireNonNull(
                        ShippedPolicies.class.getResourceAsStream(id + ".json"), id)) {
            return PolicyFile.read(in, parent -> find(parent, before));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
