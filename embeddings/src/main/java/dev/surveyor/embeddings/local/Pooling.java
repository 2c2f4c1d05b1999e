package dev.surveyor.embeddings.local;

import java.nio.FloatBuffer;

/** How the vectors of a text's tokens become the text's. */
enum Pooling {
    MEAN {
        @Override
        float[] pool(FloatBuffer tokens, int count, int dimension) {
            float[] token = new float[dimension];
            float[] pooled = new float[dimension];
            for (int i = 0; i < count; i++) {
                tokens.get(i * dimension, token);
                for (int j = 0; j < dimension; j++) {
                    pooled[j] += token[j];
                }
            }
            for (int j = 0; j < dimension; j++) {
                pooled[j] /= count;
            }
            return pooled;
        }
    },
    /** The first token stands for all of them. */
    CLS {
        @Override
        float[] pool(FloatBuffer tokens, int count, int dimension) {
            float[] pooled = new float[dimension];
            tokens.get(0, pooled);
            return pooled;
        }
    };

    abstract float[] pool(FloatBuffer tokens, int count, int dimension);
}
