package dev.surveyor.embeddings.qdrant;

import io.grpc.stub.StreamObserver;
import io.qdrant.client.grpc.QdrantGrpc;
import io.qdrant.client.grpc.QdrantOuterClass.HealthCheckReply;
import io.qdrant.client.grpc.QdrantOuterClass.HealthCheckRequest;

/** Says that it is there. */
final class StandInHealthService extends QdrantGrpc.QdrantImplBase {

    @Override
    public void healthCheck(HealthCheckRequest request, StreamObserver<HealthCheckReply> answer) {
        answer.onNext(HealthCheckReply.newBuilder().setTitle("stand-in").build());
        answer.onCompleted();
    }
}
