package se.ehealthsdk.discharge.json;

import java.util.function.BiConsumer;
import java.util.function.Function;
import se.ehealthsdk.discharge.event.Content;
import se.ehealthsdk.discharge.internal.json.JsonFields;
import se.ehealthsdk.discharge.internal.json.JsonWriting;

/**
 * How one kind of content stands in JSON.
 *
 * @param kind its name
 * @param type its class
 * @param write its fields, without the kind
 * @param read the content of the fields
 */
record ContentCodec<C extends Content>(
        String kind,
        Class<C> type,
        BiConsumer<C, JsonWriting> write,
        Function<JsonFields, C> read) {

    void write(Content content, JsonWriting json) {
        write.accept(type.cast(content), json);
    }
}
