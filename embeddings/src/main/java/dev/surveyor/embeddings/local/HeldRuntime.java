package dev.surveyor.embeddings.local;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * Holds the runtime's environment until the process ends. Its Java binding releases it in a
 * shutdown hook of its own, which runs beside ours and crashes the process when a text is under
 * way; the environment counts who holds it, so one holder more makes that release harmless.
 */
final class HeldRuntime {

    private static boolean held;

    private HeldRuntime() {}

    /** When the environment is there. */
    static synchronized void hold() {
        if (held) {
            return;
        }
        try {
            // Below the binding's constructors: each of them adds a hook of its own.
            Field api =
                    Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
            api.setAccessible(true);
            Method create =
                    OrtEnvironment.class.getDeclaredMethod(
                            "createHandle", long.class, int.class, String.class);
            create.setAccessible(true);
            create.invoke(
                    null,
                    api.getLong(null),
                    OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR.getValue(),
                    "surveyor");
            held = true;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This runtime cannot be held", e);
        }
    }
}
