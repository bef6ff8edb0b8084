// lessons
