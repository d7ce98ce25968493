package se.ehealthsdk.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import se.ehealthsdk.examples.CommandLine.UsageException;
import se.ehealthsdk.outbox.PayloadKeys;

/** Keys in a file: on each line an id, a blank, and a key of 256 bits in base64. The first is the current one. */
final class KeyFile implements PayloadKeys {

    private final Map<String, SecretKey> keys;

    private KeyFile(Map<String, SecretKey> keys) {
        this.keys = keys;
    }

    static KeyFile read(Path file) throws IOException {
        Map<String, SecretKey> keys = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] words = line.strip().split("\\s+");
            if (words.length != 2) {
                throw new UsageException("--keys needs lines of an id and a key");
            }
            keys.put(words[0], decoded(words[1]));
        }
        if (keys.isEmpty()) {
            throw new UsageException("--keys names a file without keys");
        }
        return new KeyFile(keys);
    }

    private static SecretKey decoded(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            if (bytes.length == 32) {
                return new SecretKeySpec(bytes, "AES");
            }
        } catch (IllegalArgumentException notBase64) {
            // the same is wrong with it as with one of another length
        }
        throw new UsageException("--keys needs keys of 256 bits in base64");
    }

    @Override
    public String currentId() {
        return keys.keySet().iterator().next();
    }

    @Override
    public SecretKey key(String id) {
        SecretKey key = keys.get(id);
        if (key == null) {
            throw new IllegalStateException("there is no key with the id " + id);
        }
        return key;
    }
}
