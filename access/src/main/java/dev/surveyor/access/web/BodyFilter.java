package dev.surveyor.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads bodies that say what they are and are text, and no more of them than is allowed. */
final class BodyFilter extends OncePerRequestFilter {

    private final long bytesMax;

    BodyFilter(DataSize max) {
        this.bytesMax = max.toBytes();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > bytesMax) {
            ProblemWriter.write(response, new BodyTooLargeException(bytesMax).problem());
            return;
        }
        if (String.valueOf(request.getContentType()).contains("*")) {
            ProblemWriter.write(
                    response,
                    Problems.of(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE.value(),
                            "unsupported-media-type",
                            "The Content-Type must name one type, such as application/json."));
            return;
        }
        chain.doFilter(new Limited(request, bytesMax), response);
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final long bytesMax;

        Limited(HttpServletRequest request, long bytesMax) {
            super(request);
            this.bytesMax = bytesMax;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedStream(super.getInputStream(), bytesMax);
        }
    }

    private static final class LimitedStream extends ServletInputStream {

        private final ServletInputStream stream;
        private final long bytesMax;
        private final Utf8Check text = new Utf8Check();
        private long bytesRead;

        LimitedStream(ServletInputStream stream, long bytesMax) {
            this.stream = stream;
            this.bytesMax = bytesMax;
        }

        @Override
        public int read() throws IOException {
            int read = stream.read();
            if (read >= 0) {
                count(1);
                text.next(read);
            }
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = stream.read(into, offset, length);
            count(read);
            for (int i = 0; i < read; i++) {
                text.next(Byte.toUnsignedInt(into[offset + i]));
            }
            return read;
        }

        private void count(int bytes) throws BodyTooLargeException {
            bytesRead += Math.max(bytes, 0);
            if (bytesRead > bytesMax) {
                throw new BodyTooLargeException(bytesMax);
            }
        }

        @Override
        public boolean isFinished() {
            return stream.isFinished();
        }

        @Override
        public boolean isReady() {
            return stream.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            stream.setReadListener(listener);
        }
    }
}
