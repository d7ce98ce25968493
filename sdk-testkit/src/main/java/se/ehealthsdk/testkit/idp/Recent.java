package se.ehealthsdk.testkit.idp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is remembered by a key, the latest thousands of it. */
final class Recent<V> {

    private static final int CAPACITY = 10_000;

    private final Map<String, V> values =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                    return size() > CAPACITY;
                }
            };

    void put(String key, V value) {
        values.put(key, value);
    }

    Optional<V> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    Optional<V> take(String key) {
        return Optional.ofNullable(values.remove(key));
    }

    void clear() {
        values.clear();
    }
}
