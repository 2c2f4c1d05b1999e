package dev.surveyor.embeddings.local;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import java.lang.reflect.Constructor;
import org.jspecify.annotations.Nullable;

/**
 * Holds the runtime's environment until the process ends. Its Java binding releases it in a
 * shutdown hook of its own, which runs beside ours and crashes the process when a text is under
 * way; the environment counts who holds it, so one holder more makes that release harmless.
 */
final class HeldRuntime {

    private static @Nullable OrtEnvironment holder;

    private HeldRuntime() {}

    /** After {@link NativeLibraries#prepareRuntime}. */
    static synchronized void hold() {
        if (holder != null) {
            return;
        }
        try {
            // The public way hands out the one holder that the hook releases.
            Constructor<OrtEnvironment> another =
                    OrtEnvironment.class.getDeclaredConstructor(
                            OrtLoggingLevel.class, String.class);
            another.setAccessible(true);
            holder = another.newInstance(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "surveyor");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This runtime cannot be held", e);
        }
    }
}
