'use client'

export { NewsroomError as default } from '@/components/newsroom/shell/NewsroomError.client'
