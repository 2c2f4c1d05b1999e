package dev.surveyor.bench.dropconnections;

import dev.surveyor.bench.night.House;
import java.io.IOException;

/** What goes away, and how. */
enum Victim {
    CATALOG {
        @Override
        void drop(House house, String database) throws IOException, InterruptedException {
            for (int i = 0; i < STORM; i++) {
                house.catalog().dropSessions(House.CATALOG);
                Thread.sleep(STORM_MILLIS);
            }
        }
    },
    CATALOG_SERVER {
        @Override
        void drop(House house, String database) throws InterruptedException {
            house.catalog().stop();
            Thread.sleep(AWAY_MILLIS);
            house.catalog().startAgain();
        }
    },
    SOURCE {
        @Override
        void drop(House house, String database) throws IOException, InterruptedException {
            for (int i = 0; i < STORM; i++) {
                house.source().dropSessions(database);
                Thread.sleep(STORM_MILLIS);
            }
        }
    },
    SOURCE_SERVER {
        @Override
        void drop(House house, String database) throws InterruptedException {
            house.source().stop();
            Thread.sleep(AWAY_MILLIS);
            house.source().startAgain();
        }
    },
    INDEX {
        @Override
        void drop(House house, String database) throws IOException, InterruptedException {
            house.index().close();
            Thread.sleep(AWAY_MILLIS);
            house.startIndexAgain();
        }
    };

    private static final int STORM = 6;
    private static final long STORM_MILLIS = 150;
    private static final long AWAY_MILLIS = 1500;

    /** Returns when it is there again. */
    abstract void drop(House house, String database) throws IOException, InterruptedException;
}
