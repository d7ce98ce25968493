package se.ehealthsdk.outbox.internal.store;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import se.ehealthsdk.outbox.PayloadKeys;

/** Keys that can be lost and found: each is made of its id. */
final class Keys implements PayloadKeys {

    private final Set<String> lost = ConcurrentHashMap.newKeySet();
    private volatile String current;

    Keys(String current) {
        this.current = current;
    }

    void use(String id) {
        current = id;
    }

    void lose(String id) {
        lost.add(id);
    }

    void find(String id) {
        lost.remove(id);
    }

    @Override
    public String currentId() {
        return current;
    }

    @Override
    public SecretKey key(String id) {
        if (lost.contains(id)) {
            throw new IllegalStateException("no such key");
        }
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) id.hashCode());
        return new SecretKeySpec(bytes, "AES");
    }
}
