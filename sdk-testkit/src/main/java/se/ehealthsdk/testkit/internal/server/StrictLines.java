package se.ehealthsdk.testkit.internal.server;

import java.util.regex.Pattern;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.message.BasicLineParser;
import org.apache.hc.core5.http.message.RequestLine;
import org.apache.hc.core5.util.CharArrayBuffer;

/**
 * The lines of a head as RFC 9112 has them and no more leniently: HttpCore also takes what can be understood in two ways.
 */
final class StrictLines extends BasicLineParser implements ContentLengthStrategy {

    static final StrictLines INSTANCE = new StrictLines();

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    private static final Pattern REQUEST =
            Pattern.compile(TOKEN + " [\\x21-\\x7e]++ HTTP/[1-9]\\.[0-9]");
    private static final Pattern HEADER = Pattern.compile(TOKEN + ":[\\t\\x20-\\x7e\\x80-\\xff]*+");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    @Override
    public RequestLine parseRequestLine(CharArrayBuffer line) throws ParseException {
        if (!REQUEST.matcher(line).matches()) {
            throw new ParseException("no request line");
        }
        return super.parseRequestLine(line);
    }

    @Override
    public Header parseHeader(CharArrayBuffer line) throws ParseException {
        if (!HEADER.matcher(line).matches()) {
            throw new ParseException("no header");
        }
        return super.parseHeader(line);
    }

    /** The length that a head declares, 0 when it declares none. */
    @Override
    public long determineLength(HttpMessage head) throws ProtocolException {
        Header[] lengths = head.getHeaders("content-length");
        Header[] codings = head.getHeaders("transfer-encoding");
        if (lengths.length + codings.length == 0) {
            return 0;
        }
        if (lengths.length + codings.length == 1) {
            if (codings.length == 1 && "chunked".equalsIgnoreCase(codings[0].getValue())) {
                return CHUNKED;
            }
            if (lengths.length == 1 && LENGTH.matcher(lengths[0].getValue()).matches()) {
                return Long.parseLong(lengths[0].getValue());
            }
        }
        throw new ProtocolException("no length, or one that can be understood in two ways");
    }
}
