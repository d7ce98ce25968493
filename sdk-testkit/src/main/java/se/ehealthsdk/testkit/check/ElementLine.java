package se.ehealthsdk.testkit.check;

import java.io.IOException;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * Where in a message an element is that a stand-in knows by the end of its path.
 *
 * @param line the line; 0 when it is not found
 * @param path the whole way to it; as given when it is not found
 */
record ElementLine(int line, String path) {

    static ElementLine of(String tail, byte[] message) {
        if (tail.isEmpty()) {
            return new ElementLine(0, tail);
        }
        String name = tail.substring(tail.lastIndexOf('/') + 1).replaceAll("\\[.*", "");
        ElementLine[] found = {new ElementLine(0, tail)};
        Watch watch =
                new Watch() {
                    @Override
                    public void start(Place place) {
                        if (found[0].line == 0 && place.name().equals(name)) {
                            String path = place.path();
                            if (path.equals(tail) || path.endsWith("/" + tail)) {
                                found[0] = new ElementLine(place.line(), path);
                            }
                        }
                    }
                };
        try {
            new MessageWalk(
                            (rule, line, path, values) -> {},
                            List.of(watch),
                            namespace -> List.of(),
                            namespace -> java.util.Optional.empty())
                    .read(message, null);
        } catch (IOException | XMLStreamException unreadable) {
            return found[0];
        }
        return found[0];
    }
}
