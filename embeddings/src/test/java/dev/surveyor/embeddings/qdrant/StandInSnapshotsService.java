package dev.surveyor.embeddings.qdrant;

import io.grpc.stub.StreamObserver;
import io.qdrant.client.grpc.SnapshotsGrpc;
import io.qdrant.client.grpc.SnapshotsService.CreateSnapshotRequest;
import io.qdrant.client.grpc.SnapshotsService.CreateSnapshotResponse;
import io.qdrant.client.grpc.SnapshotsService.SnapshotDescription;

/** Names snapshots, keeps none. */
final class StandInSnapshotsService extends SnapshotsGrpc.SnapshotsImplBase {

    @Override
    public void create(
            CreateSnapshotRequest request, StreamObserver<CreateSnapshotResponse> answer) {
        answer.onNext(
                CreateSnapshotResponse.newBuilder()
                        .setSnapshotDescription(
                                SnapshotDescription.newBuilder()
                                        .setName(request.getCollectionName() + ".snapshot"))
                        .build());
        answer.onCompleted();
    }
}
