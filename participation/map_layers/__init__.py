"""What planners lay over a project's map: plan drawings and maps of their own, shown in the activities they choose."""
