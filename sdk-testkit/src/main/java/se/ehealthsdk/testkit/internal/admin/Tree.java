package se.ehealthsdk.testkit.internal.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ProtocolException;

/** An answer of the Admin API, for its client. What is not as the document says is a {@link ProtocolException}. */
public final class Tree {

    private final JsonNode node;

    Tree(JsonNode node) {
        this.node = node;
    }

    private JsonNode at(String name) {
        @Nullable JsonNode value = node.get(name);
        if (value == null) {
            throw new ProtocolException(
                    "The Admin API's answer has no field " + name + ".", null, null);
        }
        return value;
    }

    public String text(String name) {
        JsonNode value = at(name);
        if (!value.isTextual()) {
            throw wrong(name);
        }
        return value.textValue();
    }

    public Optional<String> optional(String name) {
        return node.has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    public long whole(String name) {
        JsonNode value = at(name);
        if (!value.canConvertToLong()) {
            throw wrong(name);
        }
        return value.longValue();
    }

    public Instant moment(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException none) {
            throw wrong(name);
        }
    }

    public URI address(String name) {
        try {
            return new URI(text(name));
        } catch (java.net.URISyntaxException none) {
            throw wrong(name);
        }
    }

    public Tree object(String name) {
        return new Tree(at(name));
    }

    public List<Tree> list(String name) {
        List<Tree> list = new ArrayList<>();
        at(name).forEach(each -> list.add(new Tree(each)));
        return list;
    }

    public List<String> texts(String name) {
        List<String> list = new ArrayList<>();
        at(name).forEach(each -> list.add(each.asText()));
        return list;
    }

    private static ProtocolException wrong(String name) {
        return new ProtocolException(
                "The field " + name + " of the Admin API's answer is not right.", null, null);
    }
}
